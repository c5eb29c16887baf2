/** A gazetteer behind a port, so that a page need not wait while shards are read. */
import type { Candidate, Context, Gazetteer } from './types';

/** What both ends of a `MessageChannel`, a `Worker` and the global of a worker have. */
export interface Port {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
}

interface Asked {
  question: number;
  name: string;
  context?: Context;
}

type Answered = { question: number } & ({ candidates: Candidate[] } | { error: string });

/** Answers what comes by the port. */
export function serveGazetteer(gazetteer: Gazetteer, port: Port): void {
  port.onmessage = ({ data }: MessageEvent<Asked>) => {
    const { question, name, context } = data;
    const answer = (told: Answered) => port.postMessage(told);
    gazetteer.find(name, context).then(
      (candidates) => answer({ question, candidates }),
      (error: Error) => answer({ question, error: error.message }),
    );
  };
}

/** The gazetteer that is served at the port's other end. */
export function portGazetteer(port: Port): Gazetteer {
  const waiting = new Map<number, (answer: Answered) => void>();
  let asked = 0;
  port.onmessage = ({ data }: MessageEvent<Answered>) => {
    waiting.get(data.question)?.(data);
    waiting.delete(data.question);
  };
  return {
    find: (name, context) =>
      new Promise((resolve, reject) => {
        const question = ++asked;
        waiting.set(question, (answer) =>
          'candidates' in answer ? resolve(answer.candidates) : reject(new Error(answer.error)),
        );
        port.postMessage({ question, name, context } satisfies Asked);
      }),
  };
}

/** The map's side of a frame: it says what happens, and does what the page around it asks. */
import { heightFor, heightMessages } from './heights';
import { readIncoming, written, type Incoming, type Outgoing } from './messages';

export interface FrameLink {
  /** Says something; what was said last, of its type, is not said again. Of what comes more often
   * than ten times a second the newest is said. */
  say(message: Outgoing): void;
  /** Says it only if it is still so after a moment: what moves says where it came to rest. */
  settle(message: Outgoing): void;
  /** Takes it as said: what the page around asked for is not told back to it. */
  hush(message: Outgoing): void;
  stop(): void;
}

/** Milliseconds that a change stands still before it is told. */
const rest = 150;
/** Milliseconds between two messages of one type. */
const gap = 100;

/**
 * Listens to the window that frames this one, and to no other. `null` where none does.
 *
 * @param onmessage What the page around asks for, checked.
 */
export function frameLink(
  window: Window,
  onmessage: (message: Incoming) => void,
): FrameLink | null {
  const { parent } = window;
  if (parent === window) return null;
  const said = new Map<string, string>();
  const waiting = new Map<string, number>();
  // To whoever frames it: nothing of the reader's is in it.
  const post = (data: unknown) => parent.postMessage(data, '*');
  const isNew = (message: Outgoing) => {
    const text = JSON.stringify(message);
    if (said.get(message.type) === text) return false;
    said.set(message.type, text);
    return true;
  };
  const times = new Map<string, number>();
  const send = (message: Outgoing) => {
    if (!isNew(message)) return;
    times.set(message.type, performance.now());
    post(written(message));
  };
  /** Sends it after so many milliseconds, unless another of its type comes. */
  const later = (message: Outgoing, pause: number) => {
    window.clearTimeout(waiting.get(message.type));
    waiting.set(
      message.type,
      window.setTimeout(() => send(message), pause),
    );
  };
  const say = (message: Outgoing) => {
    window.clearTimeout(waiting.get(message.type));
    const pause = (times.get(message.type) ?? -Infinity) + gap - performance.now();
    if (pause > 0) later(message, pause);
    else send(message);
  };
  const listen = ({ source, data }: MessageEvent) => {
    if (source !== parent) return;
    const message = readIncoming(data);
    if (message) onmessage(message);
  };
  const fit = () => {
    const px = heightFor(window.innerWidth);
    const message: Outgoing = { type: 'height', px };
    if (!isNew(message)) return;
    post(written(message));
    for (const other of heightMessages(px, window.location)) post(other);
  };
  window.addEventListener('message', listen);
  window.addEventListener('resize', fit);
  fit();
  return {
    say,
    settle: (message) => later(message, rest),
    hush(message) {
      window.clearTimeout(waiting.get(message.type));
      isNew(message);
    },
    stop() {
      for (const timer of waiting.values()) window.clearTimeout(timer);
      window.removeEventListener('message', listen);
      window.removeEventListener('resize', fit);
    },
  };
}

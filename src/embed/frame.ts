/** The map's side of a frame: messages to the page around, and from it. */
import { heightFor, heightMessages } from './heights';
import { longestText, readIncoming, written, type Incoming, type Outgoing } from './messages';

/** Milliseconds that a change stands still before it is reported. */
const rest = 150;
/** Milliseconds between two messages of one type. */
const gap = 100;

/** Sends to the window that frames this one, and listens to it and to no other. */
export class FrameLink {
  readonly #window: Window;
  readonly #onmessage: (message: Incoming) => void;
  /** The last message of each type, as text. */
  readonly #sent = new Map<string, string>();
  /** When that was. */
  readonly #times = new Map<string, number>();
  /** Timers of messages that wait, by type. */
  readonly #waiting = new Map<string, number>();

  /**
   * @param window In a frame.
   * @param onmessage Called with each message of the page around, checked.
   */
  constructor(window: Window, onmessage: (message: Incoming) => void) {
    this.#window = window;
    this.#onmessage = onmessage;
    window.addEventListener('message', this.#listen);
    window.addEventListener('resize', this.#fit);
    this.#fit();
  }

  /** Sends a message, unless it is the last one of its type again. Of messages that come more often
   * than ten times a second the newest is sent. */
  send(message: Outgoing): void {
    this.#window.clearTimeout(this.#waiting.get(message.type));
    const pause = (this.#times.get(message.type) ?? -Infinity) + gap - performance.now();
    if (pause > 0) this.#sendLater(message, pause);
    else this.#sendNow(message);
  }

  /** Sends a message only if none of its type follows for a moment: what moves reports where it came
   * to rest. */
  sendSettled(message: Outgoing): void {
    this.#sendLater(message, rest);
  }

  /** Counts a message as sent: what the page around requested is not reported back to it. */
  suppress(message: Outgoing): void {
    this.#window.clearTimeout(this.#waiting.get(message.type));
    this.#isNew(message);
  }

  stop(): void {
    for (const timer of this.#waiting.values()) this.#window.clearTimeout(timer);
    this.#window.removeEventListener('message', this.#listen);
    this.#window.removeEventListener('resize', this.#fit);
  }

  readonly #listen = ({ source, data }: MessageEvent) => {
    if (source !== this.#window.parent) return;
    const message = readIncoming(data);
    if (message) this.#onmessage(message);
  };

  readonly #fit = () => {
    const px = heightFor(this.#window.innerWidth);
    const message: Outgoing = { type: 'height', px };
    if (!this.#isNew(message)) return;
    post(this.#window, written(message));
    for (const other of heightMessages(px, this.#window.location)) post(this.#window, other);
  };

  #sendNow(message: Outgoing): void {
    if (!this.#isNew(message)) return;
    this.#times.set(message.type, performance.now());
    post(this.#window, written(message));
  }

  /** @param pause Milliseconds, in which another of its type takes its place. */
  #sendLater(message: Outgoing, pause: number): void {
    this.#window.clearTimeout(this.#waiting.get(message.type));
    this.#waiting.set(
      message.type,
      this.#window.setTimeout(() => this.#sendNow(message), pause),
    );
  }

  #isNew(message: Outgoing): boolean {
    const text = JSON.stringify(message);
    if (this.#sent.get(message.type) === text) return false;
    this.#sent.set(message.type, text);
    return true;
  }
}

/** Reports to the page around, where there is one, that no story can be shown.
 * @param message Why, for a reader; a long one is cut. */
export function reportError(window: Window, message: string): void {
  if (window.parent === window) return;
  post(window, written({ type: 'error', message: message.slice(0, longestText) }));
}

/** Whoever frames the page may read it: nothing of the reader's is in it. */
function post(window: Window, data: unknown): void {
  window.parent.postMessage(data, '*');
}

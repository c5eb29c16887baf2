/**
 * The script of a page around a map, `embed.js`: gives it `<datelines-embed>`, and fits the frames of
 * maps that are there without it. Needs nothing else.
 */
import {
  readOutgoing,
  viewParameters,
  written,
  type IncomingFields,
  type Outgoing,
  type Settable,
} from './messages';
import { parameters, properties } from './parameters';

/** The folder this script came from, which is the site's root. */
const root = new URL(
  '.',
  (document.currentScript as HTMLScriptElement | null)?.src ?? location.href,
).href;

/**
 * `<datelines-embed story="ID">`: a story's map in a frame that fits its height. Attributes are the
 * parameters of its page; `base` names another site of maps. `--dl-*` custom properties that it has,
 * of its own or inherited, are those of its page when it is made; `font="host"` gives it the face of
 * the text around, where the device has it. Content inside stays where scripts don't run.
 *
 * Events `datelines-ready`, `-change`, `-select`, `-error` carry the map's message in `detail`;
 * `datelines-error` says in `detail.message` why no story is shown.
 */
class DatelinesEmbed extends HTMLElement {
  static observedAttributes = ['story', 'base', 'font', ...parameters];
  #frame: HTMLIFrameElement | null = null;
  #ready = false;
  /** Its frame is about to get another address. */
  #stale = false;

  connectedCallback(): void {
    if (this.#frame) return;
    const frame = document.createElement('iframe');
    frame.title = this.getAttribute('title') ?? this.textContent?.trim() ?? '';
    frame.loading = 'lazy';
    frame.allow = 'fullscreen';
    frame.referrerPolicy = 'no-referrer';
    Object.assign(frame.style, { width: '100%', border: '0', display: 'block' });
    frame.height = this.getAttribute('height') ?? '560';
    frame.src = this.#address();
    this.#frame = frame;
    receivers.set(frame, (message) => this.#receive(message));
    this.style.display = 'block';
    this.replaceChildren(frame);
    // A script that came early finds it empty: what stands inside is read after it.
    if (document.readyState === 'loading')
      addEventListener('DOMContentLoaded', () => {
        frame.title ||= this.textContent?.trim() ?? '';
        for (const child of [...this.childNodes]) if (child !== frame) child.remove();
      });
  }

  attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (!this.#frame || old === value) return;
    if ((viewParameters as readonly string[]).includes(name) && this.#ready)
      this.set({ [name]: value ?? '' });
    else this.#reload();
  }

  /** Once for all attributes that change in one task. */
  #reload(): void {
    if (this.#stale) return;
    this.#stale = true;
    this.#ready = false;
    queueMicrotask(() => {
      this.#stale = false;
      if (this.#frame) this.#frame.src = this.#address();
    });
  }

  /** Changes what is looked at: parameters as the address has them, `''` takes one back. */
  set(values: Partial<Record<Settable, string>>): void {
    this.#post({ type: 'set', ...values });
  }
  /** Selects the next or previous event of the list, or one by its place in it, from 0. */
  step(to: 'next' | 'previous' | number): void {
    this.#post({ type: 'step', to });
  }
  play(): void {
    this.#post({ type: 'play' });
  }
  pause(): void {
    this.#post({ type: 'pause' });
  }

  #post(message: IncomingFields): void {
    this.#frame?.contentWindow?.postMessage(written(message), '*');
  }

  #receive(message: Outgoing): void {
    if (message.type === 'ready') this.#ready = true;
    if (message.type !== 'height')
      this.dispatchEvent(new CustomEvent(`datelines-${message.type}`, { detail: message }));
  }

  #address(): string {
    this.#ready = false;
    const story = this.getAttribute('story');
    const path = story ? `s/${encodeURIComponent(story)}/embed/` : 'embed/';
    const url = new URL(path, new URL(this.getAttribute('base') ?? root, root));
    for (const name of parameters) {
      const value = this.getAttribute(name);
      if (value !== null) url.searchParams.set(name, value);
    }
    const style = getComputedStyle(this);
    for (const name of properties) {
      const face = name.startsWith('font') && this.getAttribute('font') === 'host';
      const value = style.getPropertyValue(`--dl-${name}`).trim() || (face ? style.fontFamily : '');
      if (value) url.searchParams.set(`--dl-${name}`, value);
    }
    return url.href;
  }
}

/** What receives the messages of a frame. */
const receivers = new WeakMap<HTMLIFrameElement, (message: Outgoing) => void>();

addEventListener('message', ({ source, data }) => {
  const message = readOutgoing(data);
  if (!message) return;
  // Only frames of this page are listened to.
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow !== source) continue;
    const fixed = frame.parentElement?.getAttribute('height');
    if (message.type === 'height' && (fixed === null || fixed === undefined))
      frame.height = String(message.px);
    receivers.get(frame)?.(message);
    return;
  }
});

if (!customElements.get('datelines-embed'))
  customElements.define('datelines-embed', DatelinesEmbed);

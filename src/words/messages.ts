/**
 * Messages of a catalogue → text. ICU MessageFormat by icu-minify: 0.9 kB gzipped in a page, since
 * the build compiles the catalogue (`build/messages.ts`). Measured beside it: paraglide-js 1.5 kB, but
 * each message carries every language and the command line would need a generated folder;
 * typesafe-i18n 1.2 kB with plurals of its own kind; @formatjs/intl 13.2 kB. Arguments are checked
 * by @schummar/icu-type-parser, which is types only.
 */
import type { GetICUArgs } from '@schummar/icu-type-parser';
// In a build messages are compiled already, and this gives back what it gets.
import compile from 'icu-minify/compile';
import format, { type CompiledMessage } from 'icu-minify/format';

/** Messages by key, as a file of a language has them. */
export type Catalogue = Readonly<Record<string, string>>;

/** Values of a message's arguments, by name. */
export type Values<Message extends string> = Omit<
  GetICUArgs<Message, { ICUArgument: string | number; ICUNumberArgument: number }>,
  'surface'
>;

/** The pseudo-language: English with every message in brackets, to find text that is in no catalogue. */
export const pseudoLanguage = 'en-XA';

/** The language of a thread's messages, BCP 47. */
let language = 'en';

/** Where this thread's messages are read: what is an option of the command line is a menu of a page. */
let surface: 'page' | 'command line' = 'command line';

/** The catalogues of that language, by group; a key without a message reads the English one. */
let translated: Readonly<Partial<Record<string, Catalogue>>> = {};

/** From now on messages of this thread are in another language.
 * @param groups Its catalogues, by the names of groups. */
export function useLanguage(tag: string, groups: Readonly<Partial<Record<string, Catalogue>>>) {
  language = tag;
  translated = groups;
}

/** From now on messages of this thread speak of a page's menus, not of options of the command line. */
export function speakOfMenus(): void {
  surface = 'page';
}

/** BCP 47. */
export function currentLanguage(): string {
  return language;
}

/** The messages of one group.
 * @returns A function of a key and the values of the message's arguments. */
export function messagesOf<const English extends Catalogue>(group: string, english: English) {
  return function t<Key extends keyof English & string>(
    key: Key,
    ...[values]: keyof Values<English[Key]> extends never ? [] : [values: Values<English[Key]>]
  ): string {
    const message = translated[group]?.[key] ?? english[key]!;
    const text = write(message, values as Readonly<Record<string, string | number>> | undefined);
    return language === pseudoLanguage ? `[${text}]` : text;
  };
}

/**
 * The locale for `Intl`, of a language that a reader or a story names.
 *
 * @param language BCP 47. CLDR's plain "en" writes as the United States do, the month first; day and
 *   month are read the same everywhere, so plain English is British.
 */
export function localeOf(language: string): string {
  return language === 'en' || language === pseudoLanguage ? 'en-GB' : language;
}

const compiled = new Map<string, CompiledMessage>();

function write(message: string, values: Readonly<Record<string, string | number>> = {}): string {
  let ready = compiled.get(message);
  if (!ready) compiled.set(message, (ready = compile(message)));
  const locale = localeOf(language);
  // No message has tags, which alone make it a list.
  return format(ready, locale, { surface, ...values }, { formatters }) as string;
}

const formatters = {
  getDateTimeFormat: remembered(Intl.DateTimeFormat),
  getNumberFormat: remembered(Intl.NumberFormat),
  getPluralRules: remembered(Intl.PluralRules),
};

/** What Intl makes takes long to make and is the same for the same arguments. */
function remembered<Made, Arguments extends unknown[]>(
  Maker: new (...of: Arguments) => Made,
): (...of: Arguments) => Made {
  const made = new Map<string, Made>();
  return (...of) => {
    const key = JSON.stringify(of);
    const known = made.get(key) ?? new Maker(...of);
    made.set(key, known);
    return known;
  };
}

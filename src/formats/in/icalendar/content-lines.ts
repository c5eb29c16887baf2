/** The content lines of an iCalendar file (RFC 5545 §3.1) → its components. */

/** `DTSTART;TZID=Europe/Kyiv:20251217T103000` */
export interface ContentLine {
  /** In capitals; of a component inside, `VALARM.TRIGGER`. */
  readonly name: string;
  /** By name in capitals, without quotes. */
  readonly params: ReadonlyMap<string, string>;
  readonly value: string;
  /** As it stands in the file, unfolded. */
  readonly raw: string;
}

/** What stands between `BEGIN:NAME` and `END:NAME`, components inside included. */
export interface CalendarComponent {
  /** In capitals. */
  readonly name: string;
  /** The line it begins in, from 1. */
  readonly line: number;
  readonly lines: readonly ContentLine[];
  /** Nothing where the component is whole; else what is wrong with it, as it came. */
  readonly fault?: string;
}

export interface CalendarParts {
  /** Those of the calendar itself. */
  readonly head: readonly ContentLine[];
  readonly components: readonly CalendarComponent[];
}

/** Never throws: a component that is broken off or has lines that are none says so. */
export function calendarParts(text: string): CalendarParts {
  const head: ContentLine[] = [];
  const components: CalendarComponent[] = [];
  const open: string[] = [];
  let current: { name: string; line: number; lines: ContentLine[]; fault?: string } | undefined;
  const close = (fault?: string) => {
    if (current) components.push(fault === undefined ? current : { ...current, fault });
    current = undefined;
    open.length = 0;
  };
  for (const { raw, line } of unfolded(text)) {
    const [, border, word] = /^(BEGIN|END):(.*)$/i.exec(raw) ?? [];
    const name = word?.trim().toUpperCase();
    if (border === undefined) {
      const found = contentLine(raw, open.slice(1));
      if (!current) head.push(...(found ? [found] : []));
      else if (found) current.lines.push(found);
      else if (raw.trim() !== '') current.fault ??= raw;
    } else if (name === 'VCALENDAR') close(current && raw);
    else if (border.toUpperCase() === 'BEGIN') {
      // A second event in one that was never closed: the first is broken off.
      if (current && name === current.name) close(raw);
      current ??= { name: name!, line, lines: [] };
      open.push(name!);
    } else if (open.at(-1) === name) {
      open.pop();
      if (open.length === 0) close();
    } else if (current) current.fault ??= raw;
  }
  close('');
  return { head, components };
}

/** `\n`, `\,` and the like → the signs they stand for (§3.3.11). */
export function unescaped(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
}

/** The texts of a list. */
export function textList(value: string): string[] {
  return (value.match(/(?:\\.|[^\\,]|\\$)+/gs) ?? []).map(unescaped);
}

function* unfolded(text: string): Generator<{ raw: string; line: number }> {
  let raw: string | undefined;
  let begin = 1;
  for (const [at, part] of text.split(/\r\n|\n|\r/).entries()) {
    if (raw !== undefined && /^[ \t]/.test(part)) {
      raw += part.slice(1);
      continue;
    }
    if (raw !== undefined) yield { raw, line: begin };
    raw = part;
    begin = at + 1;
  }
  if (raw !== undefined) yield { raw, line: begin };
}

const paramPattern = /;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)/y;

function contentLine(raw: string, inside: readonly string[]): ContentLine | undefined {
  const [name] = /^[A-Za-z0-9-]+(?=[:;])/.exec(raw) ?? [];
  if (name === undefined) return undefined;
  const params = new Map<string, string>();
  paramPattern.lastIndex = name.length;
  let end = name.length;
  for (let found = paramPattern.exec(raw); found; found = paramPattern.exec(raw)) {
    params.set(found[1]!.toUpperCase(), found[2]!.replace(/"/g, ''));
    end = paramPattern.lastIndex;
  }
  if (raw[end] !== ':') return undefined;
  return {
    name: [...inside, name.toUpperCase()].join('.'),
    params,
    value: raw.slice(end + 1),
    raw,
  };
}

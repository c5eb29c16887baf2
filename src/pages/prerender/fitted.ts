/** A title broken into lines, as large as its column lets it be. Pure. */

export interface FittedTitle {
  readonly lines: readonly string[];
  /** Pixels. */
  readonly size: number;
}

/** Sizes, the largest first, and how many lines of each there is room for. */
const steps = [
  [52, 5],
  [46, 6],
  [40, 7],
  [34, 8],
  [28, 8],
] as const;

/** @param room Pixels of a line.
 * @param width Of a text in sizes of its face. */
export function fitTitle(
  title: string,
  room: number,
  width: (text: string) => number,
): FittedTitle {
  for (const [size, most] of steps) {
    const lines = broken(title, (text) => width(text) * size <= room);
    if (lines && lines.length <= most) return { lines, size };
  }
  const [size, most] = steps.at(-1)!;
  const fits = (text: string) => width(text) * size <= room;
  const words = title.split(/\s+/).flatMap((word) => pieces(word, fits));
  const lines = broken(words.join(' '), fits)!;
  if (lines.length <= most) return { lines, size };
  const last = lines[most - 1]!.replace(/\s*\S+$/, '') || lines[most - 1]!.slice(0, -1);
  return { lines: [...lines.slice(0, most - 1), `${last} …`], size };
}

/** `null` where a word is longer than a line. */
function broken(text: string, fits: (text: string) => boolean): string[] | null {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else if (fits(word)) lines.push(word);
    else return null;
  }
  return lines;
}

function pieces(word: string, fits: (text: string) => boolean): string[] {
  const letters = [...word];
  const made = [''];
  for (const letter of letters) {
    if (fits(made.at(-1)! + letter)) made[made.length - 1] += letter;
    else made.push(letter);
  }
  return made;
}

/** How wide texts are about, where no font can be asked. Pure. */
import type { Measure, TextStyle } from '../../map/types';

/** Pixels of a letter's size, what bold adds, and the space between letters. */
const faces: Readonly<Record<TextStyle, { size: number; bold: number; spacing: number }>> = {
  title: { size: 13, bold: 1.06, spacing: 0 },
  date: { size: 13, bold: 1, spacing: 0 },
  name: { size: 11, bold: 1, spacing: 1.2 },
  area: { size: 12, bold: 1, spacing: 0 },
  city: { size: 12, bold: 1, spacing: 0 },
  chip: { size: 13, bold: 1, spacing: 0 },
};

/** Rather too wide than too narrow, so that nothing drawn by it runs into anything else. */
export const measureRoughly: Measure = (text, style) => {
  const { size, bold, spacing } = faces[style];
  let width = 0;
  for (const letter of text) width += shareOf(letter) * size * bold + spacing;
  return Math.ceil(width);
};

/** Of a letter's size, as common sans-serif faces have them. */
function shareOf(letter: string): number {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(letter))
    return 1;
  if (/[iljtfrI.,:;'’|!()[\]· ]/.test(letter)) return 0.32;
  if (/[mwMW@%—]/.test(letter)) return 0.88;
  if (/[\p{Lu}\d&]/u.test(letter)) return 0.64;
  return 0.54;
}

/** How wide texts are about, where there is no font to measure by. Pure. */
import { textStyles } from '../../map/over/text-styles';
import type { Measure } from '../../map/types';

/** How much wider bold letters are. */
const bold = 1.06;

/** Rather too wide than too narrow, so that nothing drawn by it runs into anything else. */
export const measureRoughly: Measure = (text, style) => {
  const { size, face, spacing } = textStyles[style];
  const scale = face === 'bold' ? size * bold : size;
  let width = 0;
  for (const letter of text) width += shareOf(letter) * scale + spacing;
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

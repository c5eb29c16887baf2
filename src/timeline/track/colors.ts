/** Colours as the browser draws them here and now, whatever they are written in. */
import type { Rgba } from './pixels';

/** The text colours of some elements. */
export function colorsOf(elements: readonly Element[]): Rgba[] {
  return elements.map((element) => {
    const { color } = getComputedStyle(element);
    return rgbaOf(color) ?? drawn(color);
  });
}

/** A colour as computed styles have it, where it is one of sRGB (CSS Color 4, 15.2). */
export function rgbaOf(color: string): Rgba | null {
  const parts = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(color);
  if (!parts) return null;
  const [red, green, blue, alpha] = parts.slice(1).map((part) => Number(part ?? 1));
  return [red!, green!, blue!, 255 * alpha!];
}

/** Any other, by drawing it: the drawing may wait for the graphics processor. */
function drawn(color: string): Rgba {
  const dot = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
  const context = dot.getContext('2d', { willReadFrequently: true });
  if (!context) return [128, 128, 128, 255];
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  return [red!, green!, blue!, alpha!];
}

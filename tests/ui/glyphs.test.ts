import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { shapes } from '../../src/model/read/categories';
import { categoryColors, glyphPaths, palette } from '../../src/ui/glyphs';

type Three = readonly [number, number, number];
type Matrix = readonly [Three, Three, Three];

/** Machado, Oliveira, Fernandes 2009, "A Physiologically-based Model for Simulation of Color Vision
 * Deficiency", severity 1, over linear sRGB. */
const eyes: Readonly<Record<string, Matrix>> = {
  'full colour vision': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const apply = (matrix: Matrix, [x, y, z]: Three) =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Three;

function linear(color: string): Three {
  return [1, 3, 5].map((at) => {
    const value = parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Three;
}

/** OKLab (Ottosson 2020): distances that the eye sees alike. */
function oklab(rgb: Three): Three {
  const cones = apply(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb.map((value) => Math.min(1, Math.max(0, value))) as unknown as Three,
  );
  return apply(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones.map(Math.cbrt) as unknown as Three,
  );
}

function contrast(one: string, two: string): number {
  const [light, dark] = [one, two]
    .map((color) => apply([[0.2126, 0.7152, 0.0722], [0, 0, 0], [0, 0, 0]], linear(color))[0])
    .sort((a, b) => b - a); // prettier-ignore
  return (light! + 0.05) / (dark! + 0.05);
}

const css = readFileSync('src/ui/tokens.css', 'utf8');
const token = (name: string) =>
  new RegExp(`--dl-${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css)!.slice(1);
const grounds = [
  'surface',
  'surface-sunken',
  'map-land',
  'map-sea',
  'track',
  'accent-wash',
  'selected-wash',
];
const themes = ['light', 'dark'] as const;
const other = token('category-other');

describe('the palette', () => {
  test('is what the stylesheet has', () => {
    expect(palette.map((_, at) => token(`category-${at + 1}`))).toEqual(palette);
  });

  test.each(themes)('stands out from every ground, %s', (theme) => {
    const at = themes.indexOf(theme);
    for (const color of [...palette, other])
      for (const ground of grounds)
        expect(contrast(color[at]!, token(ground)[at]!), `${color[at]} ${ground}`).toBeGreaterThan(
          3,
        );
  });

  test.each(themes.flatMap((theme) => Object.keys(eyes).map((eye) => [theme, eye] as const)))(
    'has colours apart, %s, %s',
    (theme, eye) => {
      const at = themes.indexOf(theme);
      const seen = [...palette, other].map((pair) => oklab(apply(eyes[eye]!, linear(pair[at]!))));
      const distances = seen.flatMap((one, i) =>
        seen.slice(i + 1).map((two) => Math.hypot(...one.map((value, k) => value - two[k]!))),
      );
      // 0.02 is a difference just noticed side by side. Among eyes that tell apart fewer hues thirteen
      // colours can't be as far from each other; the shapes tell those apart.
      expect(Math.min(...distances)).toBeGreaterThan(eye === 'full colour vision' ? 0.09 : 0.035);
    },
  );

  test('has a shape of its own for each colour, and one for the rest', () => {
    expect(shapes).toHaveLength(palette.length + 1);
    expect(new Set(shapes.map((shape) => glyphPaths[shape])).size).toBe(shapes.length);
  });
});

describe('the colours of a story', () => {
  const named = (...colors: (string | undefined)[]) =>
    categoryColors(colors.map((color, at) => ({ id: `c${at}`, color })));

  test('are the palette in its order', () => {
    expect(named(undefined, undefined)).toEqual(['var(--dl-category-1)', 'var(--dl-category-2)']);
    expect(new Set(named(...Array<undefined>(12).fill(undefined))).size).toBe(12);
  });

  test.each(['#1a66b0', '#1A66B0', 'rgb(26, 102, 176)', '#57a2e0', '#16a'])(
    'leave to the author what resembles %s',
    (color) => {
      expect(named(undefined, color)).toEqual(['var(--dl-category-2)', color]);
    },
  );

  test('take what is left where authors’ colours resemble much of it', () => {
    const own = palette.slice(0, 11).map(([light]) => light);
    expect(named(undefined, ...own)[0]).toBe('var(--dl-category-12)');
    expect(named(...palette.map(([light]) => light), undefined)[12]).toMatch(/^var/);
    expect(named('teal', undefined)).toEqual(['teal', 'var(--dl-category-1)']);
  });

  test('leave grey to “Other”, unless it stands alone', () => {
    expect(categoryColors([{ id: 'a' }, { id: 'other' }])[1]).toBe('var(--dl-category-other)');
    expect(categoryColors([{ id: 'other' }])).toEqual(['var(--dl-category-1)']);
    expect(categoryColors([{ id: 'a' }, { id: 'other', color: '#123' }])[1]).toBe('#123');
  });
});

/** SVG → PNG, without a browser: resvg (https://github.com/thx/resvg-js) as WebAssembly, the same on
 * every system, with the faces of the pages and no other. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { readFace, type Face } from './face';

/** Whole faces, which it can read; those of the pages are cut to what a page needs, and compressed. */
const files = {
  title: '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  plain: '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  italic: '@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  bold: '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
} as const;

export interface Raster {
  readonly faces: Readonly<Record<keyof typeof files, Face>>;
  /** @param width Pixels; the drawing's own where it is left out. */
  png(svg: string, width?: number): Uint8Array;
}

let made: Promise<Raster> | null = null;

export function raster(): Promise<Raster> {
  return (made ??= start());
}

async function start(): Promise<Raster> {
  const { resolve } = createRequire(import.meta.url);
  const read = (name: string) => readFile(resolve(name));
  await initWasm(await read('@resvg/resvg-wasm/index_bg.wasm'));
  const buffers = new Map(
    await Promise.all(
      Object.entries(files).map(async ([name, file]) => [name, await read(file)] as const),
    ),
  );
  const faces = Object.fromEntries([...buffers].map(([name, file]) => [name, readFace(file)]));
  return {
    faces: faces as unknown as Raster['faces'],
    png(svg, width) {
      const image = new Resvg(svg, {
        ...(width && { fitTo: { mode: 'width', value: width } }),
        font: { fontBuffers: [...buffers.values()], defaultFontFamily: 'Source Sans 3' },
      });
      try {
        return image.render().asPng();
      } finally {
        image.free();
      }
    },
  };
}

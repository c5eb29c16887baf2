/** Stories to pack, and packing them with positions as a test needs them. */
import { expect } from 'vitest';
import {
  openPacked,
  packStory,
  type PackedFiles,
  type PackedStory,
} from '../../../src/formats/packed';
import { checksumOf } from '../../../src/formats/packed/checksum';
import { prefaceBytes, sectionsOf } from '../../../src/formats/packed/layout';
import type { Event, StoryReading } from '../../../src/model/event';

export type Json = Record<string, unknown>;

/** A point's own place; anything else has none. */
export function pointOf({ geometry }: Event): [number, number] | null {
  return geometry?.type === 'Point' ? (geometry.coordinates.slice(0, 2) as [number, number]) : null;
}

export async function packed(source: unknown) {
  const { reading, packed } = await packStory(source, 'test', (events) => events.map(pointOf));
  expect(packed).not.toBeNull();
  return { reading, ...besides(packed!), buffer: packed!.file.buffer };
}

function besides(packed: PackedFiles) {
  const files = new Map(packed.beside());
  const read = (name: string): Uint8Array => {
    const text = files.get(name);
    if (text === undefined) throw new Error(`${name} is missing`);
    return bytesOf(text);
  };
  return { files, read };
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A packed story whose list has the checksum of these bytes for one of the files beside: what is
 * in a file is then judged by what it says alone. */
export function trusting(packed: PackedStory, place: number, bytes: Uint8Array): PackedStory {
  const sums = packed.sums!.slice();
  sums[place] = checksumOf(bytes);
  return { ...packed, sums };
}

/** A copy whose checksums are right whatever is in it, as one who writes such files makes it. */
export function sealed(buffer: ArrayBuffer): ArrayBuffer {
  const bytes = new Uint8Array(buffer.slice(0));
  const preface = new DataView(bytes.buffer);
  const [rows, head, tree, files] = [24, 28, 32, 36].map((at) => preface.getUint32(at, true));
  const sections = sectionsOf(2, { rows: rows!, head: head!, tree: tree!, files: files! });
  for (const [at, name] of (['head', 'sums', 'columns', 'tree'] as const).entries()) {
    const { start, end } = sections[name];
    preface.setUint32(40 + 4 * at, checksumOf(bytes.subarray(start, end)), true);
  }
  preface.setUint32(60, checksumOf(bytes.subarray(0, 60)), true);
  return bytes.buffer;
}

/** The events of a reading in the order of rows. */
export function inRows({ story }: StoryReading): Event[] {
  return [...story!.events].sort((a, b) => a.time.start - b.time.start || a.record - b.record);
}

/** Seeded ordinary events, days shuffled over two years. */
export function ordinary(count: number): Json {
  let seed = 7;
  const random = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  return {
    type: 'FeatureCollection',
    title: 'Ordinary',
    sources: { wire: { title: 'Wire' } },
    categories: [{ id: 'strike' }, { id: 'talks' }],
    features: Array.from({ length: count }, (_, at) => ({
      type: 'Feature',
      id: `event-${at}`,
      geometry: {
        type: 'Point',
        coordinates: [+(random() * 300 - 150).toFixed(4), +(random() * 150 - 75).toFixed(4)],
      },
      time: {
        date: new Date(1.7e12 + Math.floor(random() * 730) * 864e5).toISOString().slice(0, 10),
      },
      properties: {
        title: `Shelling reported near settlement ${at}`,
        category: random() < 0.5 ? 'strike' : 'talks',
        where: { name: `Settlement ${at % 300}`, precision: 'settlement' },
        claims: [{ by: 'A witness', stance: 'asserts', text: 'It was heard at night.' }],
        sources: ['wire'],
      },
    })),
  };
}

/** The head of a file replaced by another, lengths and checksums put right. */
export function withHead(buffer: ArrayBuffer, change: (head: Json) => unknown): ArrayBuffer {
  const { head } = openPacked(buffer, 'test');
  const text = JSON.stringify(change({ ...head }));
  const bytes = new TextEncoder().encode(text.padEnd(Math.ceil(text.length / 8) * 8));
  const old = new DataView(buffer).getUint32(28, true);
  const rest = new Uint8Array(buffer, prefaceBytes[2] + old);
  const made = new Uint8Array(prefaceBytes[2] + bytes.length + rest.length);
  made.set(new Uint8Array(buffer, 0, prefaceBytes[2]));
  made.set(bytes, prefaceBytes[2]);
  made.set(rest, prefaceBytes[2] + bytes.length);
  const preface = new DataView(made.buffer);
  preface.setBigUint64(16, BigInt(made.length), true);
  preface.setUint32(28, bytes.length, true);
  return sealed(made.buffer);
}

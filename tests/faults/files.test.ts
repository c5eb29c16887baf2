import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from '../../src/formats/format';
import { formatIds } from '../../src/formats';
import { readStory } from '../../src/model/read/read';
import { imported, type Imported } from '../formats/import/importing';
import { mutations } from '../formats/mutations';
import { binarySamples, samples } from '../formats/samples';
import { amount, seed } from './amount';

const files = new Map([...samples, ...binarySamples]);

/** What holds for any import is held in `imported`. */
describe('any file', { timeout: amount(120_000, 3_600_000) }, () => {
  const input = fc.record({
    name: fc.constantFrom(...files.keys()),
    change: mutations,
    format: fc.oneof(
      { arbitrary: fc.constant(undefined), weight: 5 },
      { arbitrary: fc.constantFrom(...formatIds), weight: 1 },
    ),
    size: fc.constantFrom(1000, 17, 1e6),
  });

  it('is read, or refused with a sentence; nothing is lost silently', async () => {
    await fc.assert(
      fc.asyncProperty(input, async ({ name, change, format, size }) => {
        const bytes = change(files.get(name)!);
        let result: Imported;
        try {
          result = await imported(bytes, { format, size });
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
          expect((error as Error).message).not.toBe('');
          return;
        }
        const ids = result.story.features.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        // Another way of cutting the bytes changes nothing.
        const again = await imported(bytes, { format, size: 61 });
        expect(again.text).toBe(result.text);
        // And what was written is a story.
        const reading = readStory(result.text, 'x');
        expect(reading.rejected).toBe(0);
        expect(reading.story?.events.length ?? result.written).toBe(result.written);
      }),
      { numRuns: amount(800, 20_000), seed },
    );
  });
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { recipeDigest } from '../../geo/fingerprint';
import { out } from './files';

// The whole recipe, which takes minutes, is run by `tests/faults/geo.test.ts`.
it('is what made the world; `npm run geo` makes it anew', async () => {
  expect(await recipeDigest()).toBe(readFileSync(`${out}/recipe.sha256`, 'utf8').trim());
});

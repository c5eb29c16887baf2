import { expect, test } from 'vitest';
import { licenceOf } from '../../src/panel/licence';

const cc = 'https://creativecommons.org';

test.each([
  ['CC-BY-4.0', 'CC BY 4.0', `${cc}/licenses/by/4.0/`],
  ['CC BY-NC-SA 3.0', 'CC BY-NC-SA 3.0', `${cc}/licenses/by-nc-sa/3.0/`],
  ['CC0-1.0', 'CC0 1.0', `${cc}/publicdomain/zero/1.0/`],
  [`${cc}/licenses/by-sa/4.0/deed.uk`, 'CC BY-SA 4.0', `${cc}/licenses/by-sa/4.0/`],
  ['http://creativecommons.org/publicdomain/zero/1.0/', 'CC0 1.0', `${cc}/publicdomain/zero/1.0/`],
  ['ODbL-1.0', 'ODbL 1.0', 'https://opendatacommons.org/licenses/odbl/1-0/'],
  ['https://example.org/terms/', 'example.org/terms', 'https://example.org/terms/'],
  ['https://name:word@example.org/', 'https://name:word@example.org/', undefined],
  ['javascript:alert(1)', 'javascript:alert(1)', undefined],
  ['Ask the paper', 'Ask the paper', undefined],
  ['CC-BY', 'CC-BY', undefined],
  ['', '', undefined],
])('%s is called %s', (text, name, url) => {
  expect(licenceOf(text)).toEqual(url ? { name, url } : { name });
});

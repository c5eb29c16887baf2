/** Before and after the tests of each file. */
import { afterEach, beforeAll } from 'vitest';
import { closePages, connect } from './page';

beforeAll(connect);
afterEach(closePages);

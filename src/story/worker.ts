/** The worker: a port and a story, nothing else. */
import type { Port } from './rpc';
import { serveStory } from './serve';

serveStory(self as unknown as Port);

/**
 * The gazetteer in a worker of its own. Its name is the address of the site's root:
 * `portGazetteer(new Worker(address, { type: 'module', name: root }))`.
 */
import { openGazetteer } from './gazetteer';
import { serveGazetteer, type Port } from './port';
import { siteShards } from './site';

serveGazetteer(openGazetteer(siteShards(self.name)), self as unknown as Port);

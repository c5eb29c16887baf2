/** The worker: a port and a desk, nothing else. */
import { serve, type Port } from './source';

serve(self as unknown as Port);

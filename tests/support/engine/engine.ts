/** The site's engine without its page, for the browser tests. */
import { createHost, type Host } from '../../../www/host.ts';

(globalThis as { host?: Host }).host = createHost(Promise.resolve());

// `npm run build`: compiles src to dist, always.
import { build, ensureInstalled, requireNode } from './lib/prepare.mjs';

requireNode();
ensureInstalled();
build();

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { anySteps, BooksModel, BooksShop } from '../../test/support/books-model';

const LIMIT_MS = 240_000;

describe('the books of a shop', () => {
  it(
    'hold every invariant, whatever happens and in whatever order',
    () =>
      // A failure prints its seed and the shortest steps that lead to it.
      fc.assert(
        fc.asyncProperty(anySteps, async (steps) => {
          const folder = mkdtempSync(join(tmpdir(), 'fusion-books-'));
          const shop = await BooksShop.open(join(folder, 'shop.db'));
          const model = new BooksModel();
          try {
            await fc.asyncModelRun(() => ({ model, real: shop }), steps);
            await shop.refundEverything(model);
            shop.verify();
          } finally {
            await shop.till.close();
            rmSync(folder, { recursive: true });
          }
        }),
        { numRuns: 12 },
      ),
    LIMIT_MS,
  );
});

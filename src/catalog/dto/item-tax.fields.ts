import { z } from 'zod';
import { basisPoints } from '../../platform/http/fields';

/** How one item is taxed where it differs from the rest of the shop. */
export const itemTaxFields = {
  taxBasisPoints: basisPoints
    .nullable()
    .describe("Its own rate of tax; null: the shop's.")
    .meta({ example: null }),
  priceIncludesTax: z
    .boolean()
    .nullable()
    .describe("Whether its price contains the tax; null: as the shop's prices do.")
    .meta({ example: null }),
};

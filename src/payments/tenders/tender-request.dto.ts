import { z } from 'zod';
import { cardTerminalRequest } from './card-terminal/card-terminal.dto';
import { cashRequest } from './cash/cash.dto';
import { cashTagRequest, venmoRequest, zelleRequest } from './peer-to-peer/peer-to-peer.dto';
import { giftCardRequest, storeCreditRequest } from './stored-value/stored-value.dto';

/** What somebody pays with. */
export const tenderRequest = z.discriminatedUnion('tender', [
  cashRequest,
  cardTerminalRequest,
  giftCardRequest,
  storeCreditRequest,
  venmoRequest,
  zelleRequest,
  cashTagRequest,
]);

export type TenderRequest = z.output<typeof tenderRequest>;

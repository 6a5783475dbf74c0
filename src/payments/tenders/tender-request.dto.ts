import { z } from 'zod';
import { cardTerminalRequest } from './card-terminal/card-terminal.dto';
import { cashRequest } from './cash/cash.dto';

/** What somebody pays with. */
export const tenderRequest = z.discriminatedUnion('tender', [cashRequest, cardTerminalRequest]);

export type TenderRequest = z.output<typeof tenderRequest>;

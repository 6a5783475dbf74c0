import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { onlyNeedsRequest, wish } from '../dto/open-ticket.dto';
import { PARTY_MODES, TICKET_SOURCES } from '../ticket.entity';

const PARTY_SIZE_MIN = 2;
const PARTY_SIZE_MAX = 8;

const { arrivesInMinutes, ...ofMember } = wish;

const party = {
  mode: z
    .enum(PARTY_MODES)
    .describe(
      'Together: one place, chairs as they come free. Side by side: at one time; a chair is kept ' +
        'for at most 10 minutes, if the missing one is expected within them.',
    ),
  members: z
    .array(z.strictObject(ofMember).refine(onlyNeedsRequest.check, onlyNeedsRequest.fault))
    .min(PARTY_SIZE_MIN)
    .max(PARTY_SIZE_MAX),
  arrivesInMinutes,
};

/** Several people join the queue together, entered by the staff or at the kiosk. */
export class OpenPartyDto extends createZodDto(
  z.strictObject({
    ...party,
    source: z.enum(TICKET_SOURCES).optional().describe('How they came.'),
  }),
) {}

/** Several people join the queue together from the shop's page. */
export class JoinPartyDto extends createZodDto(z.strictObject(party)) {}

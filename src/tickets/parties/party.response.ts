import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { OPEN_TICKET_EXAMPLE, OpenTicketResponse } from '../dto/open-ticket.response';
import { PARTY_MODES } from '../ticket.entity';

/** A party that has just joined: a ticket for each, in the order in which they were named. */
export class OpenPartyResponse extends createZodDto(
  z.object({
    partyId: z.uuid(),
    mode: z.enum(PARTY_MODES),
    tickets: z.array(OpenTicketResponse.schema),
  }),
) {}

const partyId = '0198a3d1-52b7-7c1a-8a2e-9a0b1c2d3e4f';
const ofParty = { partyId, partyMode: 'side_by_side' } as const;
const waiting = { state: 'waiting', barberId: null, assignedAt: null, version: 1 } as const;
const { ticket, accessToken } = OPEN_TICKET_EXAMPLE;

export const OPEN_PARTY_EXAMPLE: OpenPartyResponse = {
  partyId,
  mode: 'side_by_side',
  tickets: [
    { ticket: { ...ticket, ...ofParty, ...waiting }, accessToken },
    {
      ticket: {
        ...ticket,
        ...ofParty,
        ...waiting,
        id: '0198a3d1-52b8-7c1a-8a2e-5d1f0c9b7e65',
        number: 18,
        customerName: 'Sam Kowalski',
      },
      accessToken: 'ftk_9kZ0y0l7mXo1b3Zs9cV4kH2dRw8tNfEuGqLpAiYxCvN',
    },
  ],
};

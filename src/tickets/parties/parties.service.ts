import { Injectable } from '@nestjs/common';
import type { Command } from '../../platform/database/command';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { DispatchService } from '../assignment/dispatch.service';
import type { OpenTicketResponse } from '../dto/open-ticket.response';
import { IntakeGate } from '../estimates/intake-gate.service';
import type { IntakeVerdict } from '../estimates/intake-verdict.policy';
import type { PartyMode, TicketSource } from '../ticket.entity';
import { TicketDesk } from '../ticket-desk.service';
import { type Entered, TicketsService, type Wish } from '../tickets.service';
import type { OpenPartyResponse } from './party.response';

/** Several people who come together, each with wishes of their own. */
export interface PartyWish {
  readonly mode: PartyMode;
  readonly members: readonly Omit<Wish, 'source' | 'arrivesInMinutes'>[];
  readonly source?: TicketSource | undefined;
  readonly arrivesInMinutes?: number | undefined;
}

/**
 * Opens a ticket for each of a party, all in one unit and with one place in the queue. From then
 * on each ticket lives its own life: who leaves or is gone takes nothing from the others.
 */
@Injectable()
export class Parties {
  constructor(
    private readonly tickets: TicketsService,
    private readonly dispatcher: DispatchService,
    private readonly desk: TicketDesk,
    private readonly intake: IntakeGate,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws what `TicketsService.open` does, for any of the members; then nobody joins */
  async open(command: Command, wish: PartyWish): Promise<OpenPartyResponse> {
    const { mode, source, arrivesInMinutes } = wish;
    const members: { whole: Wish; intake: IntakeVerdict }[] = [];
    for (const member of wish.members) {
      const whole = { ...member, source, arrivesInMinutes };
      members.push({ whole, intake: await this.intake.look(command, whole) });
    }
    return this.unitOfWork.run(command, async (tx) => {
      const party = { id: tx.newId(), mode };
      const entered: Entered[] = [];
      for (const { whole, intake } of members) {
        entered.push(await this.tickets.enter(tx, whole, { party, intake }));
      }
      if (arrivesInMinutes === undefined) await this.dispatcher.dispatch(tx);
      const tickets: OpenTicketResponse[] = [];
      for (const { ticket, accessToken } of entered) {
        tickets.push({ ticket: await this.desk.show(tx, ticket.id), accessToken });
      }
      return { partyId: party.id, mode, tickets };
    });
  }
}

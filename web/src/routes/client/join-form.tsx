import { PartyModeChoice } from '../../features/join/party-mode-choice';
import type { PublicBarber, PublicService, PublicShop } from '../../lib/api/types';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import { Section } from '../../ui/base/section';
import { ArrivalChoice } from './arrival-choice';
import { PartyList } from './party-list';
import { PersonForm } from './person-form';
import type { JoinersForm } from './use-joiners';

/** As the server has it: more people are two parties. */
const PEOPLE_MAX = 8;

interface JoinFormProps {
  readonly shop: PublicShop;
  readonly services: readonly PublicService[];
  readonly barbers: readonly PublicBarber[];
  readonly joiners: JoinersForm;
}

/** Who comes, what each of them wants, and when. */
export function JoinForm({ shop, services, barbers, joiners }: JoinFormProps) {
  const { t } = useWords('customer');
  const { people, mode, arrivesInMinutes } = joiners.value;
  const person = people[joiners.active];
  const isParty = people.length > 1;
  return (
    <>
      {isParty && (
        <PartyList
          people={people}
          services={services}
          active={joiners.active}
          onShow={joiners.show}
          onRemove={joiners.remove}
        />
      )}
      {person && (
        <PersonForm
          key={joiners.active}
          shop={shop}
          services={services}
          barbers={barbers}
          person={person}
          number={isParty ? joiners.active + 1 : null}
          onChange={joiners.change}
        />
      )}
      {people.length < PEOPLE_MAX && (
        <Button
          isWide
          onClick={() => {
            joiners.add();
            scrollTo(0, 0);
          }}
        >
          {t('addPerson')}
        </Button>
      )}
      {isParty && (
        <Section title={t('common:party.title')}>
          <PartyModeChoice mode={mode} onChange={(one) => joiners.set({ mode: one })} />
        </Section>
      )}
      <ArrivalChoice
        minutes={arrivesInMinutes}
        onChange={(minutes) => joiners.set({ arrivesInMinutes: minutes })}
      />
    </>
  );
}

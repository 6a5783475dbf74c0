import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import { clockTime, dayShort, type Region } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { useBoard } from '../../../lib/staff/workplace-context';
import { Button } from '../../../ui/base/button';
import { DataTable } from '../../../ui/base/data-table';
import { Notice } from '../../../ui/base/notice';
import { Section } from '../../../ui/base/section';
import { useCommand } from '../use-command';

/** Who is signed in, where, and putting an end to it. */
export function SessionsPanel({ region }: { readonly region: Region }) {
  const { t } = useWords('manage');
  const role = useWords('admin').t;
  const barbers = useBoard().board?.barbers ?? [];
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: async () =>
      dataOf(await api.GET('/v1/sessions', { params: { query: { limit: 100 } } })).items,
  });
  const end = useCommand(
    async (sessionId: string) => {
      await api.DELETE('/v1/sessions/{sessionId}', { params: { path: { sessionId } } });
    },
    { refresh: ['sessions'] },
  );
  const error = sessions.error ?? end.error;
  type Session = NonNullable<typeof sessions.data>[number];
  const whoOf = ({ account }: Session) =>
    account.email ??
    barbers.find(({ id }) => id === account.barberId)?.name ??
    role(`role.${account.role}`);
  return (
    <Section title={t('sessionsTitle')}>
      {error && <Notice kind="bad">{failureText(error)}</Notice>}
      {sessions.data && (
        <DataTable<Session>
          label={t('sessionsTitle')}
          rows={sessions.data}
          keyOf={({ id }) => id}
          columns={[
            { title: t('who'), cell: whoOf },
            {
              title: t('since'),
              cell: ({ createdAt }) =>
                `${dayShort(createdAt, region)} ${clockTime(createdAt, region)}`,
            },
            {
              title: t('device'),
              cell: ({ isCurrent, address }) => (isCurrent ? t('thisDevice') : (address ?? '–')),
            },
            {
              title: t('endSession'),
              cell: (session) =>
                !session.isCurrent && (
                  <Button
                    aria-label={`${t('endSession')}: ${whoOf(session)}`}
                    onClick={() => end.mutate(session.id)}
                  >
                    {t('endSession')}
                  </Button>
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}

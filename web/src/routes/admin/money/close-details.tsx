import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { DayClose, Shop } from '../../../lib/api/types';
import { clockTime, money } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { useWorkplace } from '../../../lib/staff/workplace-context';
import { Button } from '../../../ui/base/button';
import { DataTable } from '../../../ui/base/data-table';
import { TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Section } from '../../../ui/base/section';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { useCommand } from '../use-command';

interface CloseDetailsProps {
  readonly businessDay: string;
  readonly version: number;
  readonly shop: Shop;
  readonly canReopen: boolean;
}

/** A close as it was sealed: what was counted, what differed, what was left open, its files. */
export function CloseDetails({ businessDay, version, shop, canReopen }: CloseDetailsProps) {
  const { t } = useWords('books');
  const isOwner = useWorkplace().me.role === 'owner';
  const { data, error } = useQuery({
    queryKey: ['day-close', businessDay, version],
    queryFn: async () => {
      const params = { path: { businessDay }, query: { version } };
      return dataOf(await api.GET('/v1/days/{businessDay}/close', { params }));
    },
  });
  if (!data) return error ? <Notice kind="bad">{failureText(error)}</Notice> : <Waiting />;
  const { report } = data;
  return (
    <div className={css.form}>
      <Notice kind={data.state === 'reopened' ? 'warn' : 'good'}>
        {t(`closeState.${data.state}`)} · {t('closedAt', { time: clockTime(data.lockedAt, shop) })}
        {data.reopenReason && ` · ${data.reopenReason}`}
      </Notice>
      <Counts close={data} shop={shop} />
      {report.leftOpen.length > 0 && (
        <ul>
          {report.leftOpen.map((item) => (
            <li key={item.kind + item.id}>
              {t(`itemKind.${item.kind}`, { label: item.label })} ·{' '}
              {t('leftBecause', { reason: item.reason })}
            </li>
          ))}
        </ul>
      )}
      {data.files.length > 0 && (
        <Section title={t('files')}>
          <div className={css.actions}>
            {data.files.map(({ format }) => (
              <a
                key={format}
                className={css.file}
                href={`/v1/days/${businessDay}/close/files/${format}?version=${version}`}
                download
              >
                {format.toUpperCase()}
              </a>
            ))}
          </div>
        </Section>
      )}
      <p className={css.seal}>
        {t('sealOfReport')}: <code>{data.hash}</code>
      </p>
      {canReopen && isOwner && data.state !== 'reopened' && <Reopen businessDay={businessDay} />}
    </div>
  );
}

interface Count {
  readonly name: string;
  readonly expectedCents: number;
  readonly countedCents: number;
  readonly differenceCents: number;
}

function Counts({ close, shop }: { readonly close: DayClose; readonly shop: Shop }) {
  const { t } = useWords('books');
  const { drawers, terminal } = close.report;
  const rows: Count[] = drawers.map((drawer) => ({
    ...drawer,
    name: drawer.registerId ?? t('drawer'),
  }));
  if (terminal) rows.push({ ...terminal, name: t('terminal'), countedCents: terminal.batchCents });
  if (rows.length === 0) return null;
  return (
    <DataTable
      label={t('difference')}
      rows={rows}
      keyOf={({ name }) => name}
      columns={[
        { title: t('drawer'), cell: ({ name }) => name },
        {
          title: t('expected'),
          isNumber: true,
          cell: ({ expectedCents }) => money(expectedCents, shop),
        },
        {
          title: t('counted'),
          isNumber: true,
          cell: ({ countedCents }) => money(countedCents, shop),
        },
        {
          title: t('difference'),
          isNumber: true,
          cell: ({ differenceCents }) => money(differenceCents, shop),
        },
      ]}
    />
  );
}

function Reopen({ businessDay }: { readonly businessDay: string }) {
  const { t } = useWords('books');
  const [reason, setReason] = useState('');
  const reopen = useCommand(
    async (why: string, header) => {
      const params = { path: { businessDay }, header };
      const body = { reason: why };
      return dataOf(await api.POST('/v1/days/{businessDay}/reopen', { params, body }));
    },
    { refresh: ['days', 'day-close', 'readiness', 'ledger'] },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim()) reopen.mutate(reason.trim());
  };
  return (
    <form className={css.form} onSubmit={submit}>
      {reopen.error && <Notice kind="bad">{failureText(reopen.error)}</Notice>}
      <TextField
        label={t('reopenReason')}
        hint={t('reopenHint')}
        required
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button type="submit" isBusy={reopen.isPending}>
        {t('reopen')}
      </Button>
    </form>
  );
}

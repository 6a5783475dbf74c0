import { useEffect, useState } from 'react';
import { clockTime, type Region } from '../../lib/format/format';
import { useWords } from '../../lib/i18n/use-words';
import type { Refused } from '../../lib/outbox/outbox';
import { useBoard, useWaitingCommands, useWorkplace } from '../../lib/staff/workplace-context';
import { Button } from '../../ui/base/button';
import { Notice } from '../../ui/base/notice';
import css from './tickets.module.css';

/** What the person should know about the connection: what is old, what waits, what was refused. */
export function StateBar({ region }: { readonly region: Region }) {
  const { t } = useWords('barber');
  const { outbox } = useWorkplace();
  const { status, asOf } = useBoard();
  const waiting = useWaitingCommands();
  const [refused, setRefused] = useState<Refused | null>(null);
  useEffect(() => outbox.onRefused(setRefused), [outbox]);

  const actions: Readonly<Record<string, string>> = t('actions', { returnObjects: true });
  return (
    <div className={css.bars}>
      {status === 'stale' && (
        <Notice kind="warn">{t('common:stale', { time: clockTime(asOf, region) })}</Notice>
      )}
      {status === 'loading' && <Notice kind="info">{t('common:loading')}</Notice>}
      {status === 'stale' && waiting.length > 0 && (
        <Notice kind="info">{t('pending', { count: waiting.length })}</Notice>
      )}
      {refused && (
        <Notice
          kind="bad"
          action={<Button onClick={() => setRefused(null)}>{t('common:close')}</Button>}
        >
          <strong>
            {t('refused', {
              action: actions[refused.command.subject.action] ?? refused.command.subject.action,
            })}
          </strong>{' '}
          {refused.refusal.title} {refused.refusal.detail}
        </Notice>
      )}
    </div>
  );
}

import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../lib/i18n/use-words';
import { TextField } from '../../ui/base/field';
import { Sheet } from '../../ui/base/sheet';
import css from './admin.module.css';
import { PAGES } from './pages';

/** Every page by its name, from everywhere: Ctrl K or "/". */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords('admin');
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLocaleLowerCase();
  const found = PAGES.filter(({ id }) => t(`nav.${id}`).toLocaleLowerCase().includes(wanted));
  const go = (path: (typeof PAGES)[number]['path']) => {
    void navigate({ to: path });
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [first] = found;
    if (first) go(first.path);
  };
  return (
    <Sheet title={t('palette')} onClose={onClose}>
      <form onSubmit={submit}>
        <TextField
          label={t('paletteHint')}
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
      {found.length === 0 && <p className={css.soft}>{t('paletteEmpty')}</p>}
      <ul>
        {found.map(({ id, path, icon: Icon, key }) => (
          <li key={id}>
            <button type="button" className={css.found} onClick={() => go(path)}>
              <Icon aria-hidden size={22} />
              <span>{t(`nav.${id}`)}</span>
              <kbd>g {key}</kbd>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Refusal } from '../lib/api/problem';
import { type Namespace, startI18n } from '../lib/i18n/i18n';
import { Boundary } from '../ui/base/boundary';
import { startTheme } from '../ui/theme/theme';
import '../ui/theme/base.css';

/** What the server has refused it refuses again; what did not arrive may arrive. */
function retry(failures: number, error: Error): boolean {
  return failures < 2 && !(error instanceof Refusal && error.status < 500);
}

const queryClient = new QueryClient({
  defaultOptions: { queries: { retry, staleTime: 10_000, refetchOnWindowFocus: true } },
});

/** Starts a page: its look and its words first, so that nothing flickers. */
export async function mount(page: ReactNode, ...namespaces: readonly Namespace[]): Promise<void> {
  startTheme();
  await startI18n(...namespaces);
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no root.');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Boundary>{page}</Boundary>
      </QueryClientProvider>
    </StrictMode>,
  );
}

import type { Settings } from './platform/config/settings';

interface Welcome {
  readonly address: string;
  readonly setup:
    | { readonly isNeeded: false }
    | { readonly isNeeded: true; readonly token: string };
  readonly settings: Settings;
}

/** What a person at the terminal reads when the shop is open. Logs go to the other stream. */
export function welcome({ address, setup, settings }: Welcome): string {
  const lines = [
    '',
    'Barbershop Fusion is open.',
    '',
    `  Customers           ${address}/`,
    `  Barbers             ${address}/barber`,
    `  Owner               ${address}/admin`,
    `  API and its pages   ${address}/docs`,
    `  Sockets             ${address}/docs/asyncapi`,
    `  Health              ${address}/health/ready?deep=1`,
    `  Metrics             ${metricsAddress(address, settings)}`,
    `  Database            ${settings.DB_PATH}`,
  ];
  if (setup.isNeeded) {
    lines.push(
      '',
      '  Nobody owns this shop yet. Set it up here, once, before the next start:',
      '',
      `  ${address}/setup/#${setup.token}`,
    );
  }
  return `${lines.join('\n')}\n\n`;
}

function metricsAddress(address: string, settings: Settings): string {
  return settings.METRICS_PORT === undefined
    ? `${address}/metrics (owner's token)`
    : `http://${settings.METRICS_HOST}:${settings.METRICS_PORT}/metrics`;
}

import { SystemClock } from '../../../src/platform/time/clock';
import { CashAppEmulator } from '../../emulators/cash-app/cash-app-emulator';
import { PayPalEmulator } from '../../emulators/paypal/paypal-emulator';

/** A PayPal and a Cash App with approval pages for a browser; the shop asks, no webhook tells it. */
export class Providers {
  private constructor(
    readonly paypal: PayPalEmulator,
    readonly cashApp: CashAppEmulator,
  ) {}

  static async open(): Promise<Providers> {
    const clock = new SystemClock();
    return new Providers(
      await PayPalEmulator.start({ clock }),
      await CashAppEmulator.start({ clock }),
    );
  }

  /** For the environment of a shop. */
  get settings(): Record<string, string> {
    return { ...this.paypal.settings, ...this.cashApp.settings };
  }

  async close(): Promise<void> {
    await Promise.all([this.paypal.stop(), this.cashApp.stop()]);
  }
}

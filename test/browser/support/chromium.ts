import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const PLACES = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const SIZES = {
  phone: { width: 390, height: 844 },
  tablet: { width: 768, height: 1024 },
  desk: { width: 1440, height: 900 },
  tv: { width: 1920, height: 1080 },
} as const;
export type Size = keyof typeof SIZES;

// A shared machine may take its time; a page that never comes still fails.
jest.setTimeout(120_000);

const executablePath = PLACES.find((path) => path !== '' && existsSync(path));

/** Without a browser these tests are left out, except where leaving out would hide a fault. */
export const describeInBrowser: jest.Describe =
  executablePath === undefined && process.env.CI !== 'true' ? describe.skip : describe;

/**
 * Refusals that pages count on, so no faults: whoever asks who is signed in learns it by a 401, and
 * whoever opens a bill that the customer has opened meanwhile is led to it by a 409.
 */
const EXPECTED = [/ 401 /, / 409 .*\/v1\/orders$/];

interface DeviceOptions {
  readonly size?: Size;
  readonly theme?: 'light' | 'dark' | 'contrast';
  readonly language?: 'en' | 'es';
}

/** One person's device: its own cookies and storage, gone at the end. */
export class Device {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly folder: string,
    readonly faults: string[],
  ) {}

  static async open(options: DeviceOptions = {}): Promise<Device> {
    if (executablePath === undefined) {
      throw new Error('No Chromium: run "apt-get install chromium", or name it in CHROMIUM.');
    }
    const { size = 'phone', theme = 'light', language = 'en' } = options;
    const folder = mkdtempSync(join(tmpdir(), 'fusion-browser-'));
    const context = await chromium.launchPersistentContext(folder, {
      executablePath,
      args: ARGUMENTS,
      viewport: SIZES[size],
      locale: language === 'en' ? 'en-US' : 'es-ES',
      hasTouch: size === 'phone' || size === 'tablet',
      reducedMotion: 'reduce',
    });
    await context.addInitScript((chosen) => {
      const { localStorage } = globalThis as unknown as {
        localStorage: Map<string, string> & {
          setItem(key: string, value: string): void;
        };
      };
      localStorage.setItem('fusion.theme', chosen);
    }, theme);
    const page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(30_000);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      const text = `${message.text()} ${message.location().url}`;
      if (EXPECTED.some((pattern) => pattern.test(text))) return;
      faults.push(text);
    });
    return new Device(page, context, folder, faults);
  }

  static sizeOf(size: Size): { width: number; height: number } {
    return SIZES[size];
  }

  async close(): Promise<void> {
    await this.context.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

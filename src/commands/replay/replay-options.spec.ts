import { parseReplayOptions } from './replay-options';

describe('the options of a replay', () => {
  it('are few and have defaults', () => {
    expect(parseReplayOptions(['day.json'])).toEqual({
      file: 'day.json',
      speed: null,
      kills: 0,
      days: null,
      until: null,
      seed: 1,
      database: null,
      json: null,
    });
  });

  it('are understood', () => {
    const argv = 'log.csv --speed 60.5 --kill 3 --days 2 --until 12:30 --seed 7'.split(' ');

    expect(parseReplayOptions([...argv, '--database', 'a.db', '--json', 'b.json'])).toEqual({
      file: 'log.csv',
      speed: 60.5,
      kills: 3,
      days: 2,
      until: '12:30',
      seed: 7,
      database: 'a.db',
      json: 'b.json',
    });
  });

  it.each([
    [[]],
    [['one.json', 'two.json']],
    [['day.json', '--speed', '0']],
    [['day.json', '--speed', 'fast']],
    [['day.json', '--kill', '-1']],
    [['day.json', '--kill=1.5']],
    [['day.json', '--until', 'noon']],
    [['day.json', '--nonsense']],
  ])('are refused when they are %p', (argv) => {
    expect(parseReplayOptions(argv)).toEqual({ fault: expect.any(String) });
  });
});

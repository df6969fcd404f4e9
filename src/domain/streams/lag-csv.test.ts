import { expect, it } from 'vitest'
import { lagCsv } from './lag-csv'

it('writes a line a shard, leaves out what was never committed, and lets no name be a formula', () => {
  const samples = [
    {
      at: Date.UTC(2026, 10, 30, 13),
      every: 2_000,
      shards: [
        { shard: 0, committed: 3, current: 5, lag: 2 },
        { shard: 1, current: 4, lag: 4 },
      ],
    },
  ]
  expect(lagCsv([{ container: '=c', path: '/a,"b"', group: 'g', samples }])).toBe(
    [
      'time,container,stream,group,shard,committed,current,lag',
      '2026-11-30T13:00:00.000Z,\'=c,"/a,""b""",g,0,3,5,2',
      '2026-11-30T13:00:00.000Z,\'=c,"/a,""b""",g,1,,4,4',
      '',
    ].join('\r\n'),
  )
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ApiError } from '../errors'
import { feedScene, poll } from './feed-scene'

type Scene = ReturnType<typeof feedScene>

describe('ReplicaFeed', () => {
  let clock: Scene['clock']
  let server: Scene['server']
  let sink: Scene['sink']
  let calls: Scene['calls']
  let open: Scene['open']
  let followedRequests: Scene['followedRequests']
  let close: Scene['close']

  beforeEach(() => {
    ;({ clock, server, sink, calls, open, followedRequests, close } = feedScene())
  })
  afterEach(() => close())

  describe('behind a server that holds a followed stream back', () => {
    it('shows every line within five seconds of being written', async () => {
      server.write('one line of the log\n')
      server.buffering = { bytes: 8_192, quietCut: 60_000 }
      const it = open()
      await clock.pass(40_000)
      expect([it.state, sink.text()]).toEqual(['following', server.text()])
      for (let line = 0; line < 40; line += 1) {
        server.write(`line ${line} of the log\n`)
        await clock.pass(4_900)
        expect(sink.text()).toBe(server.text())
        await clock.pass((line * 137) % 1_000)
      }
      expect([it.state, it.isBuffered, calls.filter((call) => call === 'buffered')]).toEqual([
        'polling',
        true,
        ['buffered'],
      ])
      expect(sink.marks).toEqual([])
    })

    it('shows them though it cuts quiet streams', async () => {
      server.buffering = { bytes: 8_192, quietCut: 60_000 }
      const it = open()
      await clock.pass(200_000)
      expect([it.state, sink.marks, followedRequests()]).toEqual(['following', [], 4])
      server.write('after three cuts\n')
      await clock.pass(4_900)
      expect(sink.text()).toBe(server.text())
    })

    it('asks for a log whose stream leaves lines out', async () => {
      const it = open()
      server.write('one line of the log\n')
      await clock.pass(5_000)
      server.withheld = /stderr/
      server.write('to stderr\n')
      await clock.pass(4_900)
      expect([sink.text(), it.state]).toEqual([server.text(), 'polling'])
    })

    it('goes on following where lines only come once a second', async () => {
      server.latency = 1_100
      const it = open()
      await clock.pass(10_000)
      for (let line = 0; line < 20; line += 1) {
        server.write(`line ${line} of the log\n`)
        await clock.pass(3_500)
      }
      expect([it.state, sink.text(), followedRequests()]).toEqual(['following', server.text(), 1])
    })
  })

  describe('an error text of the server', () => {
    it.each(['unexpected EOF', 'the pod has left this world'])(
      'at the end of a stream is no line: %s',
      async (words) => {
        open()
        server.write('one line of the log\n')
        await clock.pass(5_000)
        server.write('half a li')
        await clock.pass(100)
        server.endStreams('a', undefined, words)
        await clock.pass(5_000)
        server.write('ne\nand another one\n')
        await clock.pass(3_000)
        expect(sink.text()).toBe(server.text())
        expect(sink.marks).toMatchObject([{ kind: 'fault', detail: words }])
        const at = sink.events.indexOf('(fault)')
        expect(sink.events.slice(at + 1).join('')).toBe('half a line\nand another one\n')
      },
    )

    it('in the place of the log is said once, and the log is waited for', async () => {
      server.fault = 'unable to retrieve container logs for containerd://6f0c'
      const it = open(poll)
      await clock.pass(60_000)
      expect([sink.text(), sink.kinds(), it.state]).toEqual(['', ['fault'], 'waiting'])
      expect(it.problem?.message).toBe('unable to retrieve container logs for containerd://6f0c')
      server.fault = undefined
      server.write('one line of the log\n')
      await clock.pass(16_000)
      expect([sink.text(), sink.kinds(), it.state]).toEqual([server.text(), ['fault'], 'polling'])
    })

    it('behind the last line of an answer is no line, and the log is read on', async () => {
      open(poll)
      server.write('one line of the log\n')
      await clock.pass(3_000)
      server.fault = 'http2: client connection lost'
      await clock.pass(10_000)
      server.write('two lines of the log\n')
      server.fault = undefined
      await clock.pass(16_000)
      expect([sink.text(), sink.kinds()]).toEqual([server.text(), ['fault', 'reconnected']])
    })

    it('is told as a line when nothing ever says that it is none', async () => {
      open()
      server.write('one line of the log\n')
      await clock.pass(5_000)
      server.refuse = () => new ApiError(502, 'Bad gateway')
      server.endStreams('a', undefined, 'who said this?')
      await clock.pass(4_000)
      expect([sink.text(), sink.marks]).toEqual(['one line of the log\nwho said this?', []])
      server.refuse = () => undefined
      server.write('two lines of the log\n')
      await clock.pass(16_000)
      expect(sink.events).toEqual([
        'one line of the log\n',
        'who said this?',
        '(reconnected)',
        '(end of line)',
        '(gap)',
        'two lines of the log\n',
      ])
      expect(sink.marks[1]?.text).toBe('The line before this broke off; it stands once more below')
    })

    it('in the words of the function itself is a line', async () => {
      open()
      server.write('rpc error: code = Unknown desc = the function says so\n')
      await clock.pass(5_000)
      server.write('rpc error: code = Unknown desc = and again, as its last\n')
      server.endStreams()
      await clock.pass(5_000)
      expect([sink.text(), sink.marks]).toEqual([server.text(), []])
    })
  })
})

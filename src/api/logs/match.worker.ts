import { createMatchDesk, type MatchAsk } from '@/domain/logs/matcher'

const answer = createMatchDesk()

addEventListener('message', ({ data }: MessageEvent<MatchAsk>) => {
  const said = answer(data)
  postMessage(said, 'bits' in said ? { transfer: [said.bits.buffer] } : {})
})
postMessage('ready')

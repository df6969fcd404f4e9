import { expect, it } from 'vitest'
import { pageText } from './page-text'

it('leaves what a person would read, a line for each block', () => {
  const page = `<html>\r\n<head><title>504 Gateway Time-out</title><style>b { color: red }</style></head>
    <!-- a padding <b>to</b> disable -->
    <body><center><h1>504 Gateway
    Time-out</h1></center><hr><center>nginx/1.25</center>
    <script>if (1 < 2) document.write('<p>no</p>')</script>
    <p>Ask &lt;us&gt; &amp; wait&#46; It&#x2019;s&nbsp;slow &unknown; &#99999999;</p></body></html>`
  expect(pageText(page)).toBe(
    '504 Gateway Time-out\nnginx/1.25\nAsk <us> & wait. It’s slow &unknown; &#99999999;',
  )
})

it('reads what is cut off or no markup at all', () => {
  expect(pageText('a < b and c > d')).toBe('a < b and c > d')
  expect(pageText('<p>Sorry</p><script>half')).toBe('Sorry')
  expect(pageText('')).toBe('')
})

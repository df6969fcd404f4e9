import { expect, test } from './fixtures'
import { deployWriter, line, openLog, write } from './logs-tab'
import { Nginx } from './nginx'

test('through a web server that holds streams back every line shows within seconds of being written', async ({
  page,
  platform,
  server,
  unique,
}) => {
  const { name, path } = await deployWriter(platform, unique)
  const nginx = await Nginx.start(server.url)
  try {
    await openLog(page, nginx.url + path)
    for (let round = 1; round <= 3; round += 1) {
      await write(platform, name, '/lines', '7')
      await expect(line(page, `line ${round * 7} ends here`)).toBeVisible({ timeout: 5_000 })
    }
    const shown = await page
      .locator('[data-id]')
      .filter({ hasText: /line \d+ ends here/ })
      .allTextContents()
    const numbers = shown.map((text) => Number(/line (\d+) ends/.exec(text)?.[1]))
    expect(numbers).toEqual(Array.from({ length: 21 }, (_, i) => i + 1))
  } finally {
    await page.goto('about:blank')
    await nginx.stop()
  }
})

test('a stream that is cut after every quiet while loses nothing and doubles nothing', async ({
  page,
  platform,
  server,
  unique,
}) => {
  const { name, path } = await deployWriter(platform, unique)
  // It passes each byte on, and cuts what is silent for a second, as the defaults do after a minute.
  const nginx = await Nginx.start(server.url, ['proxy_buffering off;', 'proxy_read_timeout 1s;'])
  try {
    await openLog(page, nginx.url + path)
    for (let round = 1; round <= 4; round += 1) {
      await write(platform, name, '/lines', '5')
      await expect(line(page, `line ${round * 5} ends here`)).toBeVisible({ timeout: 5_000 })
    }
    const shown = await page
      .locator('[data-id]')
      .filter({ hasText: /line \d+ ends here/ })
      .allTextContents()
    expect(shown).toHaveLength(20)
    await expect(line(page, /may be missing/)).toHaveCount(0)
  } finally {
    await page.goto('about:blank')
    await nginx.stop()
  }
})

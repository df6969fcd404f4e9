# "Crème brûlée, twice!" becomes "creme-brulee-twice".
def slug(title)
  title
    .unicode_normalize(:nfkd)
    .gsub(/\p{Mn}/, '') # the accents, which stand alone by now
    .downcase
    .gsub(/[^a-z0-9]+/, '-')
    .gsub(/\A-|-\z/, '')
end

def handler(context, event)
  slug(event.body.to_s.dup.force_encoding('UTF-8').scrub(''))
end

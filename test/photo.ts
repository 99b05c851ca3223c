import sharp from 'sharp'

/** A small photo as a phone makes it, with a place and a maker inside. */
export const photo = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .jpeg()
    .withExif({ IFD0: { Make: 'PhoneMaker' }, IFD3: { GPSLatitude: '25/1 50/1 0/1', GPSLatitudeRef: 'N' } })
    .toBuffer()

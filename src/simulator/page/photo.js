/** A made-up photo, so that nobody has to look for one: a kitchen wall with tiles and a dated caption. */
export function samplePhoto(caption) {
  const canvas = document.createElement('canvas')
  canvas.width = 960
  canvas.height = 720
  paint(canvas.getContext('2d'), caption)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
}

function paint(pen, caption) {
  const light = pen.createLinearGradient(0, 0, 960, 720)
  light.addColorStop(0, '#e9f1f4')
  light.addColorStop(1, '#9fb8c4')
  fill(pen, light, 0, 0, 960, 720)
  pen.strokeStyle = 'rgba(255, 255, 255, 0.7)'
  pen.lineWidth = 3
  for (let x = 0; x <= 960; x += 96) line(pen, x, 0, x, 470)
  for (let y = 0; y <= 470; y += 94) line(pen, 0, y, 960, y)
  fill(pen, '#7d98a6', 0, 470, 960, 250)
  fill(pen, '#c9d6dc', 110, 330, 740, 170)
  fill(pen, '#5f7d8c', 150, 370, 200, 130)
  fill(pen, '#5f7d8c', 390, 370, 200, 130)
  fill(pen, '#b4543a', 690, 300, 90, 200)
  fill(pen, 'rgba(0, 0, 0, 0.55)', 0, 630, 960, 90)
  pen.fillStyle = '#fff'
  pen.font = '44px sans-serif'
  pen.fillText(caption, 32, 690)
}

function fill(pen, style, x, y, width, height) {
  pen.fillStyle = style
  pen.fillRect(x, y, width, height)
}

function line(pen, x1, y1, x2, y2) {
  pen.beginPath()
  pen.moveTo(x1, y1)
  pen.lineTo(x2, y2)
  pen.stroke()
}

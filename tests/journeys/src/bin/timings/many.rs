//! Many areas under a lever: from an input event to the frame that shows all of them changed.

use anyhow::{Context, Result, ensure};
use journeys::{Page, way};
use serde_json::json;
use voced_whatif::app::Screen;

use crate::Spread;

/// How many areas.
const COUNTS: [usize; 2] = [136, 3000];

/// Moves of the lever, some of them before the count begins.
const WARM_UP: usize = 20;
const MOVES: usize = 60;

/// Moves the lever once and waits until a total on the screen is another and that frame is painted. What the last
/// script of a frame posts arrives once the frame is painted; a change between frames waits for the next one.
const MOVE: &str = "
    const [level, done] = arguments;
    const slider = document.getElementById('slider-vocational_share');
    const totals = () => [...document.querySelectorAll('[data-total] dd')].map((one) => one.textContent).join();
    const before = totals();
    const channel = new MessageChannel();
    let came = 0, inFrame = false, isDone = false;
    channel.port1.onmessage = (message) => {
      if (message.data === 'frame') { inFrame = false; return; }
      isDone = true;
      watch.disconnect();
      done(performance.now() - came);
    };
    const frame = () => {
      if (isDone) return;
      inFrame = true;
      channel.port2.postMessage('frame');
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    const watch = new MutationObserver(() => {
      if (totals() === before) return;
      watch.disconnect();
      if (inFrame) channel.port2.postMessage('shown');
      else requestAnimationFrame(() => channel.port2.postMessage('shown'));
    });
    watch.observe(document.getElementById('many-screen'), { subtree: true, childList: true, characterData: true });
    requestAnimationFrame(() => setTimeout(() => {
      slider.value = level;
      came = performance.now();
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    }));";

/// Prints a line for each number of areas.
///
/// # Errors
/// When the page does not open or does not follow.
pub async fn measure(page: &Page) -> Result<()> {
    println!("many areas: ms from an input event to the painted frame that shows all totals changed");
    println!("{:>6} {:>6} {:>6} {:>6} {:>6}", "areas", "moves", "median", "95%", "max");
    for count in COUNTS {
        open(page, count).await?;
        let mut times = Vec::new();
        for step in 0..WARM_UP + MOVES {
            let level = 20 + (step * 7) % 50;
            let took: f64 = page
                .driver()
                .execute_async(MOVE, vec![json!(level)])
                .await
                .context("the areas do not follow the lever")?
                .convert()?;
            if step >= WARM_UP {
                times.push(took);
            }
        }
        let spread = Spread::of(times)?;
        println!("{count:>6} {MOVES:>6} {:>6.1} {:>6.1} {:>6.1}", spread.median, spread.high, spread.max);
    }
    Ok(())
}

/// Opens the screen with so many areas.
async fn open(page: &Page, count: usize) -> Result<()> {
    let mut table = String::from(
        "地区,基年,初中毕业生数,中职招生占比（%）,中职一年级基年在校生,中职二年级基年在校生,中职三年级基年在校生,\
         基年专任教师,核定编制数,基年校舍面积（平方米）,基年仪器设备值（万元）,财政教育支出（万元）\n",
    );
    for i in 0..count {
        let size = 1000 + (i * 37) % 9000;
        table += &format!(
            "县{i},2023,{size},{},{},{},{},{},{},{},{},{}\n",
            30 + i % 20,
            size / 3,
            size / 3,
            size / 4,
            size / 20,
            size / 16,
            size * 12,
            size / 4,
            size * 14
        );
    }
    page.open("").await?;
    page.run::<()>("localStorage.clear(); sessionStorage.clear();").await?;
    page.open("").await?;
    let (menu, button) = way(Screen::Many).context("the screen is reached from a menu")?;
    page.element(menu).await?;
    page.run::<()>(&format!("document.querySelector('{menu}').click()")).await?;
    page.element(button).await?;
    page.run::<()>(&format!("document.querySelector('{button}').click()")).await?;
    page.element("#many-example").await?;
    page.run::<()>(&format!(
        "document.querySelector('.sources details').open = true;
         document.querySelector('#paste-table').value = {};
         document.querySelector('#read-pasted').click()",
        json!(table)
    ))
    .await?;
    page.element("#accept-set").await?;
    page.wait_for_script("return !document.querySelector('#accept-set').disabled").await?;
    page.run::<()>("document.querySelector('#accept-set').click()").await?;
    page.element("#many-table tbody tr").await?;
    let said = page.text("#many-count").await?;
    ensure!(said.contains(&count.to_string()), "the set is {said}");
    Ok(())
}

//! `serve`: the built page on an address of this machine.

use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use std::{fs, io, thread};

use anyhow::{Context, Result, bail};
use axum::Router;
use axum::http::{HeaderValue, header};
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::bundle::{self, Effort, Variant};
use crate::workspace;

/// So many ports after the wanted one are tried when it is taken.
const NEXT_PORTS: u16 = 20;

/// How often the sources are looked at for changes.
const LOOK: Duration = Duration::from_millis(500);

/// What the page is made from.
const SOURCES: [&str; 6] = ["Cargo.lock", "Cargo.toml", "crates", "index.html", "src", "www"];

/// Serves `folder` from a thread of this process, as long as it runs, and returns the address.
/// Port 0 stands for any free one.
///
/// # Errors
/// When neither the port nor one of the next is free, or the host is not one of this machine's.
pub fn start(folder: PathBuf, host: IpAddr, port: u16) -> Result<SocketAddr> {
    let listener = bind(host, port)?;
    let address = listener.local_addr().context("can not learn the server's own address")?;
    listener.set_nonblocking(true).context("can not set up the server")?;
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_io().build().context("can not set up the server")?;
    thread::spawn(move || runtime.block_on(answer(listener, folder)));
    Ok(address)
}

async fn answer(listener: TcpListener, folder: PathBuf) {
    // The name of a changed file changes too, but index.html's does not: nothing may be kept.
    let no_caching = SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let files = Router::new().fallback_service(ServeDir::new(folder)).layer(no_caching);
    let served = match tokio::net::TcpListener::from_std(listener) {
        Ok(listener) => axum::serve(listener, files).await,
        Err(error) => Err(error),
    };
    if let Err(error) = served {
        eprintln!("error: the server stopped: {error}");
    }
}

fn bind(host: IpAddr, port: u16) -> Result<TcpListener> {
    for port in port..=port.saturating_add(NEXT_PORTS) {
        match TcpListener::bind((host, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            Err(error) => return Err(error).with_context(|| format!("can not listen on {host} port {port}")),
        }
    }
    bail!("port {port} and the next {NEXT_PORTS} are taken; choose another with --port")
}

/// Builds the page, serves it and builds it again whenever a source changes, until interrupted.
///
/// # Errors
/// When the first build fails or no port is free; a later failing build is only shown.
pub fn serve(host: IpAddr, port: u16, effort: Effort) -> Result<()> {
    let mut seen = newest_change();
    let first = &[Variant::Simd];
    bundle::build(effort, first)?;
    let address = start(workspace::dist_dir(), host, port)?;
    println!("http://{address}/");
    // Whoever waits for the page has it; the one for old browsers may take its time.
    if effort.variants() != first {
        show(bundle::build(effort, effort.variants()), "the page for browsers without SIMD is there too");
    }
    loop {
        thread::sleep(LOOK);
        let newest = newest_change();
        if newest != seen {
            seen = newest;
            show(bundle::build(effort, first), &format!("built anew: http://{address}/"));
        }
    }
}

/// Says that a build has succeeded, or why it has not.
fn show(built: Result<()>, success: &str) {
    match built {
        Ok(()) => println!("{success}"),
        Err(error) => eprintln!("error: {error:#}"),
    }
}

fn newest_change() -> Option<SystemTime> {
    SOURCES.iter().filter_map(|source| newest_below(&workspace::root().join(source))).max()
}

/// The latest change of the file, or of the folder and all in it (a removal changes the folder).
fn newest_below(path: &Path) -> Option<SystemTime> {
    let metadata = fs::metadata(path).ok()?;
    let own = metadata.modified().ok();
    if !metadata.is_dir() {
        return own;
    }
    let inner = fs::read_dir(path).ok()?.flatten().filter_map(|entry| newest_below(&entry.path())).max();
    own.max(inner)
}

//! The set of many areas in the browser's store: packed, because thousands of areas are much alike.

use std::rc::Rc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use voced_scenario::{Area, AreaRef, Json, Reasons};

use super::storage::Store;
use crate::app::{AreaSet, Member};

/// Where it is kept.
const KEY: &str = "voced.areas";

/// The largest set, in bytes of JSON.
const LIMIT: usize = 64 << 20;

/// How hard it is packed: more takes long for thousands of areas and gains little.
const LEVEL: u8 = 4;

/// The set that is kept; `None` where there is none. What cannot be read is left where it is.
pub fn read() -> Option<Result<AreaSet, Unreadable>> {
    let text = Store::Shared.read(KEY).ok().flatten()?;
    Some(open(&text).ok_or(Unreadable))
}

/// A set that is kept and cannot be read: of a newer page, or damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// Keeps a set in the place of the one before; `false` where the browser takes no more.
pub fn write(set: &AreaSet) -> bool {
    Store::Shared.write(KEY, &pack(set))
}

/// Takes it out of the store.
pub fn remove() -> bool {
    Store::Shared.remove(KEY)
}

fn pack(set: &AreaSet) -> String {
    STANDARD_NO_PAD.encode(compress_to_vec_zlib(set_file(set).to_string().as_bytes(), LEVEL))
}

/// The set as a file: what it is called, and every area with its place in the table.
fn set_file(set: &AreaSet) -> Json {
    let texts = |lines: &[String]| Json::Array(lines.iter().map(|line| Json::from(line.as_str())).collect());
    let member = |member: &Member| {
        let mut fields =
            vec![("name".to_owned(), member.name.as_str().into()), ("place".to_owned(), member.place.as_str().into())];
        match &member.area {
            Ok(area) => {
                fields.push(("area".to_owned(), area.area().as_file()));
            }
            Err(reasons) => {
                fields.push(("zh".to_owned(), texts(&reasons.zh)));
                fields.push(("en".to_owned(), texts(&reasons.en)));
            }
        }
        Json::Object(fields)
    };
    Json::Object(vec![
        ("name".to_owned(), set.name.as_str().into()),
        ("key".to_owned(), Json::Number(set.key as f64)),
        ("areas".to_owned(), Json::Array(set.members.iter().map(member).collect())),
    ])
}

fn open(text: &str) -> Option<AreaSet> {
    let packed = STANDARD_NO_PAD.decode(text).ok()?;
    let json = decompress_to_vec_zlib_with_limit(&packed, LIMIT).ok()?;
    of_file(&Json::parse(std::str::from_utf8(&json).ok()?).ok()?)
}

fn of_file(json: &Json) -> Option<AreaSet> {
    let text = |json: &Json, key: &str| match json.get(key) {
        Some(Json::String(text)) => Some(text.clone()),
        _ => None,
    };
    let texts = |json: &Json, key: &str| -> Vec<String> {
        let Some(Json::Array(lines)) = json.get(key) else { return Vec::new() };
        let line = |line: &Json| if let Json::String(text) = line { Some(text.clone()) } else { None };
        lines.iter().filter_map(line).collect()
    };
    let (Some(Json::Number(key)), Some(Json::Array(areas))) = (json.get("key"), json.get("areas")) else { return None };
    let member = |json: &Json| {
        let area = match json.get("area") {
            Some(file) => Ok(AreaRef::Own(Area::from_json(file).ok()?.into())),
            None => Err(Rc::new(Reasons { zh: texts(json, "zh"), en: texts(json, "en") })),
        };
        Some(Member { name: text(json, "name")?, place: text(json, "place")?, area })
    };
    let members = areas.iter().map(member).collect::<Option<Vec<_>>>()?;
    Some(AreaSet { name: text(json, "name")?, members, key: *key as u64 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use voced_model::Text;

    #[test]
    fn a_set_comes_back_with_its_faulty_rows() {
        let name = Text { zh: "甲县".to_owned(), en: "A".to_owned() };
        let area = Area::find_shipped("dezhou").expect("ships").copy("a", name);
        let area = AreaRef::Own(Area::from_json(&area.to_json()).expect("sound").into());
        let reasons = Reasons { zh: vec!["不是数".to_owned()], en: vec!["no number".to_owned()] };
        let set = AreaSet {
            name: "全省.xlsx".to_owned(),
            members: vec![
                Member { name: "甲县".to_owned(), place: "A2".to_owned(), area: Ok(area) },
                Member { name: "乙<b>县".to_owned(), place: "A3".to_owned(), area: Err(Rc::new(reasons)) },
            ],
            key: 1_766_000_000_123,
        };
        let back = open(&pack(&set)).expect("reads");
        assert_eq!((back.name, back.members, back.key), (set.name.clone(), set.members.clone(), set.key));
        let packed = pack(&set);
        assert!(open(&packed[..packed.len() / 2]).is_none());
        assert!(open("").is_none());
    }
}
